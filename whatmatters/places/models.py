"""Councils, real areas, and the patches that neighbourhood teams serve."""

from django.db import models


class Council(models.Model):
    """A local authority: the tenant that every row belongs to."""

    code = models.CharField(max_length=9, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    nation = models.CharField(max_length=8, choices=[("wales", "wales"), ("england", "england")])

    def __str__(self) -> str:
        return self.code


class Area(models.Model):
    """A published small area of a council: ward, LSOA or MSOA (ONS), with its real figures."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="areas")
    kind = models.CharField(
        max_length=4, choices=[("ward", "ward"), ("lsoa", "lsoa"), ("msoa", "msoa")]
    )
    code = models.CharField(max_length=9)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    residents = models.PositiveIntegerField(null=True)
    aged_65_plus = models.PositiveIntegerField(null=True)
    disabled = models.PositiveIntegerField(null=True)
    deprivation_decile = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "kind", "code"], name="area_once"),
        ]

    def __str__(self) -> str:
        return self.code


class Patch(models.Model):
    """A neighbourhood small enough to know: a set of real areas served by one team (R-GW-01)."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="patches")
    code = models.SlugField(max_length=40)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    areas = models.ManyToManyField(Area, through="PatchArea", related_name="patches")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council", "code"], name="patch_once")]

    def __str__(self) -> str:
        return self.code


class PatchArea(models.Model):
    """One area of one patch; an area lies in one patch only."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    patch = models.ForeignKey(Patch, on_delete=models.CASCADE, related_name="links")
    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="patch_link")


class Postcode(models.Model):
    """Where a postcode lies that was given in a folder: packaged places keep theirs in files."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    plain = models.CharField(max_length=8)
    postcode = models.CharField(max_length=10)
    lsoa = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    ward = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    patch = models.ForeignKey(Patch, null=True, on_delete=models.SET_NULL, related_name="+")
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "plain"], name="postcode_once"),
        ]

    def __str__(self) -> str:
        return self.postcode
