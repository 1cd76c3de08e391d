"""Pages of a bundle beside its bank: agreed, recorded day by day, gone over, ended."""
