"""Measures: one module for each rule of statistics."""
