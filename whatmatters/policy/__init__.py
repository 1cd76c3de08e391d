"""Numbers with dates and sources: what is true for a nation, and our default for each setting."""
