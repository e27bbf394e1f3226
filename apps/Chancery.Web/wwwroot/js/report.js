// Ties the words of a report to their entries, both ways, and switches layers by number keys.

const entriesOf = element => element.dataset.e.split(' ');
const shown = new Map(); // entry id -> its marks and its card
for (const element of document.querySelectorAll('[data-e]')) {
  for (const id of entriesOf(element)) {
    if (!shown.has(id)) shown.set(id, []);
    shown.get(id).push(element);
  }
}

let lit = [];
function light(ids) {
  for (const element of lit) element.classList.remove('lit');
  lit = ids.flatMap(id => shown.get(id) ?? []);
  for (const element of lit) element.classList.add('lit');
}

const record = document.querySelector('.record');
function bringCard(id) {
  const card = document.getElementById(id);
  // Only the list moves, never the page: whoever reads the text keeps their place.
  if (!card || getComputedStyle(record).position !== 'sticky') return;
  const top = card.offsetTop - record.offsetTop;
  if (top < record.scrollTop || top + card.offsetHeight > record.scrollTop + record.clientHeight) record.scrollTop = top - 24;
}

for (const event of ['mouseover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const element = target.closest?.('[data-e]');
    light(element ? entriesOf(element) : []);
    if (element?.classList.contains('m')) bringCard(entriesOf(element)[0]);
  });
}

// A word leads to its entry and the entry back to its words; what is reached takes the focus.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a.m, a.to-words');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const id = link.hash.slice(1);
  const goal = document.getElementById(id);
  if (!goal) return;
  event.preventDefault();
  history.replaceState(null, '', link.hash);
  goal.scrollIntoView({ block: link.classList.contains('m') ? 'nearest' : 'center' });
  goal.focus({ preventScroll: true });
  light([id.replace(/^w-/, '')]);
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input:not([type=checkbox]), textarea, select')) return;
  const box = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (box) box.click();
});
