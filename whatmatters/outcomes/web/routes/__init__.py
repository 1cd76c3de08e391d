"""Pages of the two routes after the first support: advice first, then the choice."""
