"""The Django application of the evaluation stage."""

from __future__ import annotations

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """绩效评价."""

    name = "yunguan.evaluation"
    label = "evaluation"
    verbose_name = "绩效评价"
