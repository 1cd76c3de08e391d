"""What a worker is paid: against the floor over a pay reference period, and out of a price."""
