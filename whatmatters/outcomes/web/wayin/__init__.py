"""Pages of the way in: asked, decided, sent to the lead provider, accepted or declined."""
