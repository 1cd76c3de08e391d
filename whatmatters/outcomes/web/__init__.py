"""Pages of the case: plans with their versions, the agreement by three, the judgement."""
