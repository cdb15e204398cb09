"""单位基本情况: sections, posts, people."""

from yunguan.core.expressions import figure, rows
from yunguan.indicators.indicator import Indicator

_establishment = rows("establishment").in_state("standing")
_staff = rows("staff")

SECTIONS = Indicator("unit.sections", "内设机构", "个", _establishment.count(), "personnel", area="unit")
POSTS = Indicator(
    "unit.posts_authorized", "核定全额拨款事业编制", "名", _establishment.sum("posts"), "personnel", area="unit"
)
IN_POST = Indicator(
    "unit.staff_in_post", "实有干部职工", "人", _staff.in_state("in_post").count(), "personnel", area="unit"
)
STAFF_CONTROL_RATE = Indicator(
    "unit.staff_control_rate",
    "在职人员控制率",
    "%",
    figure("unit.staff_in_post") / figure("unit.posts_authorized"),
    "personnel",
    area="unit",
)
RETIREES = Indicator("unit.retirees", "退休职工", "人", _staff.in_state("retired").count(), "personnel", area="unit")
