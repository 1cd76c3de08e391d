"""What Matters: home care that starts from what matters to the person."""

__version__ = "0.1.0"
