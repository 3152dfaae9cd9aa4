/** What the box of the search lacks: it is a dialog, though it says button, and who closes it is where they were. */
export function mendSearchBox(): void {
  let before: EventTarget | null = null;
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (boxAround(target) && !boxAround(relatedTarget)) before = relatedTarget;
  });
  const mend = (node: Node) => {
    const box = boxAround(node);
    if (box !== node) return;
    box.setAttribute('role', 'dialog');
    box.removeAttribute('aria-expanded');
    box.removeAttribute('aria-haspopup');
    box.addEventListener('keydown', ({ key }) => {
      const back = before;
      if (key !== 'Escape' || !(back instanceof HTMLElement)) return;
      requestAnimationFrame(() => back.focus());
    });
  };
  // it is put into the body when it opens
  const seen = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(mend);
  });
  seen.observe(document.body, { childList: true });
}

function boxAround(node: EventTarget | null): HTMLElement | null {
  return node instanceof HTMLElement ? node.closest<HTMLElement>('.VPLocalSearchBox') : null;
}
