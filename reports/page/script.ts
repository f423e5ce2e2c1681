/** The page's own script: filters, buttons that copy, and everything open in print. Without it the page can still be read. */
export const SCRIPT = `
const form = document.querySelector('form.filters');
const findings = [...document.querySelectorAll('details.finding')];
const count = document.getElementById('count');
const filter = () => {
  const wanted = [...new FormData(form)].filter(([, value]) => value !== '');
  for (const each of findings)
    each.hidden = !wanted.every(([name, value]) => each.dataset[name].split(' ').includes(value));
  count.textContent = findings.filter((each) => !each.hidden).length + ' of ' + findings.length + ' findings';
};
if (form) {
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  for (const button of form.querySelectorAll('button[data-open]'))
    button.addEventListener('click', () => {
      for (const each of findings) each.open = button.dataset.open === 'yes';
    });
  filter();
}
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const line = document.getElementById(button.dataset.line);
    const done = await copied(line.textContent);
    if (!done) getSelection().selectAllChildren(line);
    button.textContent = done ? 'Copied' : 'Selected: press Ctrl+C';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
}
const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.matches('details')) target.open = true;
};
addEventListener('hashchange', openTarget);
openTarget();
`;
