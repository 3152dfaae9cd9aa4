/** What the menu at the side lacks: it shows where one is, and titles that do nothing are no buttons. */
export function mendSidebar(): void {
  for (const title of document.querySelectorAll('.VPSidebarItem:not(.collapsible) > .item')) {
    title.removeAttribute('role');
    title.removeAttribute('tabindex');
  }
  const menu = document.querySelector('.VPSidebar');
  const here = document.querySelector('.VPSidebarItem.is-active > .item');
  if (menu && here) scrollTo(here, menu);
}

/** By hand: after `scrollIntoView` the keyboard would go on from there, past the link to the text. */
function scrollTo(item: Element, menu: Element): void {
  const [own, around] = [item.getBoundingClientRect(), menu.getBoundingClientRect()];
  menu.scrollTop += Math.max(0, own.bottom - around.bottom) - Math.max(0, around.top - own.top);
}
