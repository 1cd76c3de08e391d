"""Pages that try pay and prices."""
