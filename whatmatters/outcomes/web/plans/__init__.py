"""A plan, its versions and its agreement by three, as pages."""
