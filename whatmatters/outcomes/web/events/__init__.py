"""What happens while support runs, each with its small page."""
