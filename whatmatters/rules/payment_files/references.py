"""What ties a payment to its statement."""

REFERENCE_LENGTH = 18


def reference(run_id: int, remittance_id: int) -> str:
    """What ties a payment to its statement, on both sides: "R12-S345".

    ValueError past what every format can hold: nothing is cut off.
    """
    made = f"R{run_id}-S{remittance_id}"
    if len(made) > REFERENCE_LENGTH:
        raise ValueError(made)
    return made
