/** The window's entry: connects to core, then draws. */
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { connectPlatform } from './platform/index.ts';
import { App } from './shell/App.tsx';

const place = document.getElementById('window');
if (place === null) throw new Error('index.html has no #window');

try {
  const platform = await connectPlatform();
  const preferences = await platform.shell.preferences();
  createRoot(place).render(<App platform={platform} preferences={preferences} />);
} catch (thrown) {
  // Nothing of the program runs yet, not even its languages: one plain sentence in both.
  place.textContent =
    'Redaksi tidak dapat dimulai; naskah Anda tetap tersimpan di laptop ini. · Redaksi could not start; your text is still on this laptop.';
  throw thrown;
}
