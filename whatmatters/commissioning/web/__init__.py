"""Pages of how support is paid for."""
