// The report's behaviour: folding, showing only what decided, and opening what a link leads to. Without it the page is whole and
// unfolded; nothing here adds a word that decides anything.
'use strict';

const all = (selector) => Array.from(document.querySelectorAll(selector));
const onlyDeciding = document.getElementById('only-deciding');
const shown = document.getElementById('shown');

// Of parts that did not decide only the first line is open; rules and lists of facts wait to be asked for.
function foldAtFirst() {
  for (const details of all('details.rule, details.reads, .part[data-decides="no"] > details')) details.open = false;
}

function foldAll(open) {
  for (const details of all('main details')) details.open = open;
  shown.textContent = open ? 'All is unfolded.' : 'All is folded.';
}

function filter(on) {
  document.body.classList.toggle('only-deciding', on);
  onlyDeciding.setAttribute('aria-pressed', String(on));
  const parts = all('.part');
  const deciding = parts.filter((part) => part.dataset.decides === 'yes');
  shown.textContent = on ? `${deciding.length} of ${parts.length} parts are shown.` : `All ${parts.length} parts are shown.`;
}

// What a link leads to is never folded or filtered away, and has the focus.
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.closest('[data-decides="no"]') && document.body.classList.contains('only-deciding')) filter(false);
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  for (const details of target.querySelectorAll(':scope > details.why, :scope > details.elements')) details.open = true;
  target.focus({preventScroll: true});
  target.scrollIntoView();
}

// A link to where one is already changes no address, and may lead to what was folded or filtered away since.
function followAgain(event) {
  const link = event.target.closest('a');
  if (link && link.hash === location.hash) follow();
}

// Paper shows all; afterwards the screen is as it was.
let folded = [];
function beforePrint() {
  folded = all('details:not([open])');
  for (const details of folded) details.open = true;
}
function afterPrint() {
  for (const details of folded) details.open = false;
  folded = [];
}

foldAtFirst();
document.getElementById('tools').hidden = false;
onlyDeciding.addEventListener('click', () => filter(onlyDeciding.getAttribute('aria-pressed') !== 'true'));
document.getElementById('unfold').addEventListener('click', () => foldAll(true));
document.getElementById('fold').addEventListener('click', () => foldAll(false));
window.addEventListener('hashchange', follow);
document.addEventListener('click', followAgain);
window.addEventListener('beforeprint', beforePrint);
window.addEventListener('afterprint', afterPrint);
follow();
