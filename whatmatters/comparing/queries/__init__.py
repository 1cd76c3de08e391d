"""Who is compared, and by which terms."""
