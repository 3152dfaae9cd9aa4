/** What the menu at the side lacks: it shows where one is, and titles that do nothing are no buttons. */
export function mendSidebar(): void {
  for (const title of document.querySelectorAll('.VPSidebarItem:not(.collapsible) > .item')) {
    title.removeAttribute('role');
    title.removeAttribute('tabindex');
  }
  document.querySelector('.VPSidebarItem.is-active > .item')?.scrollIntoView({ block: 'nearest' });
}
