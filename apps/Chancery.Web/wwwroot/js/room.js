// What all pages share. Every page works without it.

document.documentElement.classList.add('scripted');

// Light or dark at once, without sending the form: a page that was answered to a form would be lost.
const theme = document.querySelector('#theme');
theme?.addEventListener('change', () => {
  document.documentElement.dataset.theme = theme.value;
  document.cookie = `theme=${theme.value}; path=/; max-age=31536000; samesite=strict`;
  document.dispatchEvent(new Event('themechange'));
});

// What someone who begins to type may mean. Without script the fields take any words all the same.
let asked = 0;
for (const field of document.querySelectorAll('[data-suggest]')) {
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const words = field.value.trim();
      const turn = ++asked;
      if (words.length < 2 || field.list === null) return;
      const answer = await fetch(`/suggest?kind=${field.dataset.suggest}&words=${encodeURIComponent(words)}`);
      if (!answer.ok || turn !== asked) return; // someone typed on meanwhile
      field.list.replaceChildren(...(await answer.json()).map(({ kind, key, name, country }) => {
        const option = document.createElement('option');
        // The box for everything takes names, a filter takes keys, which are exact.
        option.value = field.dataset.suggest === 'actor' ? key : name;
        option.label = `${name} · ${country ? `${kind}, ${country}` : kind}`;
        return option;
      }));
    }, 150);
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
