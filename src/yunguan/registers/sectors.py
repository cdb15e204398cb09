"""The trades of road transport as the centre divides them (行业类别)."""

from __future__ import annotations

from django.db import models


class Sector(models.TextChoices):
    """One trade; what an operator mainly does decides which section looks after it."""

    PASSENGER = "passenger", "道路客运"
    DANGEROUS = "dangerous", "危险货物运输"
    FREIGHT = "freight", "普通货运"
    STATION = "station", "汽车客运站"
    BUS = "bus", "城市公交"
    TAXI = "taxi", "巡游出租"
    RIDE_HAILING = "ride_hailing", "网约车"
    MAINTENANCE = "maintenance", "机动车维修"
    DRIVER_TRAINING = "driver_training", "驾驶员培训"
    RENTAL = "rental", "汽车租赁"
