"""What workers are paid: a period against the floor, a price against a wage. Keeps nothing."""
