"""Writing a plan with the person: one page with the whole plan, a small form for each part."""
