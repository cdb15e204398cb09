"""湖南 2023 年度项目支出绩效自评: the frame of 财预〔2020〕10号; a centre copies it for each project."""

from __future__ import annotations

from decimal import Decimal

from yunguan.evaluation.declare import PLAN, STANDARD, Yardstick, group, item
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scheme import BUDGET, Item, Mode, Scheme, SubjectKind
from yunguan.evaluation.schemes.hunan_department_2023 import BASIS
from yunguan.evaluation.settings import Settings

# fmt: off
NOTICE = Yardstick(STANDARD, "财预〔2020〕10号")
GOALS = Yardstick(PLAN, "项目绩效目标申报表")
EXECUTED = group("execution.budget", "预算执行率", 10,
    Item("execution.budget.rate", "项目预算执行率", Decimal(10), Execution(), Target(Decimal(100), source=STANDARD, basis=NOTICE.name), "%", BUDGET, mode=Mode.LOCKED, section="finance", formula="全年执行数÷全年预算数×100%"),
)
QUANTITY = group("output.quantity", "数量指标", 15,
    item("output.quantity.item", "计划任务完成率", 15, GOALS.at_least("100"), "%"),
)
QUALITY = group("output.quality", "质量指标", 15,
    item("output.quality.item", "质量达标率", 15, GOALS.at_least("100"), "%"),
)
TIMELINESS = group("output.timeliness", "时效指标", 10,
    item("output.timeliness.item", "任务完成及时率", 10, GOALS.at_least("100"), "%"),
)
COST = group("output.cost", "成本指标", 10,
    item("output.cost.item", "项目成本控制率", 10, GOALS.at_most("100"), "%"),
)
SOCIAL = group("benefit.social", "社会效益", 20,
    item("benefit.social.item", "项目社会效益", 20, GOALS.judged("达到立项时的社会效益")),
)
LASTING = group("benefit.lasting", "可持续影响", 10,
    item("benefit.lasting.item", "项目可持续影响", 10, GOALS.judged("成果持续发挥作用")),
)
PUBLIC = group("satisfaction.public", "服务对象满意度", 10,
    item("satisfaction.public.item", "服务对象满意度", 10, GOALS.satisfied("90"), "%"),
)
# fmt: on

HUNAN_PROJECT_2023 = Scheme(
    "hunan_project_2023",
    "项目支出绩效自评（湖南，2023年度）",
    2023,
    "湖南",
    SubjectKind.PROJECT,
    "财预〔2020〕10号",
    (
        group("execution", "预算执行", 10, EXECUTED),
        group("output", "产出指标", 50, QUANTITY, QUALITY, TIMELINESS, COST),
        group("benefit", "效益指标", 30, SOCIAL, LASTING),
        group("satisfaction", "满意度", 10, PUBLIC),
    ),
    Settings(basis=BASIS),
    note="通用框架；请为每个项目复制一份，把各三级指标改成该项目批复的绩效目标。",
)
