"""The end of a plan as pages: answers, satisfaction, findings, the conclusion."""
