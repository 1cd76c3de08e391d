"""Setting the stage: the place, its organisations and contracts, and its people."""

from whatmatters.demo.stage.setting import set_stage

__all__ = ["set_stage"]
