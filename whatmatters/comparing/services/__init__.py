"""The replay of a cohort. It reads, works out and hands back: nothing is written anywhere."""
