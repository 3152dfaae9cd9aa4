/** The box of the search says that it is a button, which holds no others: it is a dialog. */
export function mendSearchBox(): void {
  const mend = (node: Node) => {
    if (!(node instanceof HTMLElement) || !node.classList.contains('VPLocalSearchBox')) return;
    node.setAttribute('role', 'dialog');
    node.removeAttribute('aria-expanded');
    node.removeAttribute('aria-haspopup');
  };
  // it is put into the body when it opens
  const seen = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(mend);
  });
  seen.observe(document.body, { childList: true });
}
