"""What is refused when somebody's name, birthday, language or home is put right by hand."""

from whatmatters.rules.refusals import Refusal


class NotYoursToCorrect(Refusal):
    """Who somebody is, is put right by the social worker who works with her."""

    code = "not_yours_to_correct"


class NothingCorrected(Refusal):
    """All that was sent stands there already."""

    code = "nothing_corrected"


class CorrectedMeanwhile(Refusal):
    """Somebody put her right since this page was opened."""

    code = "corrected_meanwhile"
