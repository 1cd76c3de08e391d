"""How far she feels in control, as a page: the question, and what was said period by period."""
