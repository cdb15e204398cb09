// A small Chinese calendar beside every date input: dates can be typed in any usual form, or picked.
(() => {
  const WEEK = ["一", "二", "三", "四", "五", "六", "日"];
  let open = null;

  const two = (number) => String(number).padStart(2, "0");
  const iso = (day) => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  const element = (name, css, text) => {
    const made = document.createElement(name);
    if (css) made.className = css;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const button = (css, text, label, action) => {
    const made = element("button", css, text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  };
  const read = (text) => {
    const found = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text.trim());
    return found ? new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : null;
  };
  const close = () => {
    if (!open) return;
    open.panel.remove();
    open = null;
  };

  const draw = (input, panel, month) => {
    const chosen = read(input.value);
    const step = (months) => () => draw(input, panel, new Date(month.getFullYear(), month.getMonth() + months, 1));
    const head = element("div", "picker-head");
    head.append(
      button("link", "«", "上一年", step(-12)), button("link", "‹", "上一月", step(-1)),
      element("b", "", `${month.getFullYear()}年${month.getMonth() + 1}月`),
      button("link", "›", "下一月", step(1)), button("link", "»", "下一年", step(12)),
    );
    const grid = element("div", "picker-grid");
    WEEK.forEach((name) => grid.append(element("span", "", name)));
    const blank = (month.getDay() + 6) % 7;
    for (let n = 0; n < blank; n += 1) grid.append(element("span"));
    const last = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate();
    for (let n = 1; n <= last; n += 1) {
      const day = new Date(month.getFullYear(), month.getMonth(), n);
      const css = chosen && iso(chosen) === iso(day) ? "chosen" : "";
      grid.append(button(css, String(n), iso(day), () => {
        input.value = iso(day);
        close();
        input.focus();
      }));
    }
    panel.replaceChildren(head, grid);
  };

  const show = (input, holder) => {
    const again = open && open.input === input;
    close();
    if (again) return;
    const panel = element("div", "picker");
    const start = read(input.value) || new Date();
    draw(input, panel, new Date(start.getFullYear(), start.getMonth(), 1));
    holder.append(panel);
    open = { input, panel, holder };
  };

  const dress = (root) => root.querySelectorAll("input[data-date]").forEach((input) => {
    if (input.parentElement.classList.contains("date-holder")) return;
    const holder = element("span", "date-holder");
    input.replaceWith(holder);
    holder.append(input, button("date-button", "", "选择日期", () => show(input, holder)));
  });

  document.addEventListener("DOMContentLoaded", () => dress(document));
  document.addEventListener("htmx:afterSwap", (event) => dress(event.target));
  document.addEventListener("click", (event) => {
    if (open && event.target.isConnected && !open.holder.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const { input } = open;
    close();
    input.focus();
  });
})();
