"""No tables. Django sends `post_migrate` only to apps with a models module, and the guards of
append-only tables are put back on that signal.
"""
