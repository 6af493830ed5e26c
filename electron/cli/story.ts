/** `npm run story -- VERB`: a story from text to published page without a display. See docs/story-command.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formOf, readCall, type Call } from './arguments.ts';
import { readBytes, readStoryInput } from './input.ts';
import { languageOf } from './language.ts';
import { parsedJson, parsedText, readArticle } from './parse-story.ts';
import { printArticleJson } from './print-story.ts';
import { Refusal } from './refusal.ts';
import { WORDS } from './words.ts';

/** Carries a call out; gives what belongs on standard output. */
async function carryOut(call: Call): Promise<string> {
  const language = call.language ?? languageOf(process.env);
  switch (call.verb) {
    case 'help':
      return `${WORDS[language].help}\n`;
    case 'version':
      return `redaksi ${version()}\n`;
    case 'parse': {
      const parsed = readArticle(await readStoryInput(fromHere(call.operand), process.stdin));
      return call.flags.has('json') ? parsedJson(parsed) : parsedText(parsed, language);
    }
    case 'print': {
      const form = formOf(call);
      return printArticleJson(await readBytes(fromHere(call.operand), process.stdin), form);
    }
    case 'publish': {
      // Server, core and sharp are loaded for this verb alone: the others answer in a blink.
      const { publishStory } = await import('./publish-story.ts');
      const write = (text: string) => void process.stdout.write(text);
      await publishStory({ call, language, fromHere, stdin: process.stdin, write });
      return '';
    }
    default:
      return call.verb satisfies never;
  }
}

/** npm starts scripts in the package's folder; the user's paths are relative to where the user is. */
function fromHere(name: string): string {
  if (name === '-') return name;
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
}

function version(): string {
  const file = path.join(import.meta.dirname, '../../package.json');
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version);
}

/** A reader that closes early (`| head`) is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const words = process.argv.slice(2);
try {
  process.stdout.write(await carryOut(readCall(words)));
} catch (error) {
  const wanted = words[words.indexOf('--lang') + 1];
  const language = wanted === 'en' || wanted === 'id' ? wanted : languageOf(process.env);
  if (error instanceof Refusal) {
    process.stderr.write(`${error.sentence[language]}\n`);
    process.exitCode = error.exitCode;
  } else {
    const detail = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      language === 'id'
        ? `Ada yang gagal di dalam program: ${detail}\n`
        : `Something failed inside the program: ${detail}\n`,
    );
    process.exitCode = 1;
  }
}
