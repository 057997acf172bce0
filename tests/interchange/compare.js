// compare.js PROGRAM FOLDER: every rule, term and gate of the default pack has the value for random
// complete answers that json-logic-js gives its exported condition.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const jsonLogic = require('json-logic-js');

const [program, folder] = process.argv.slice(2);
const RANDOM_ANSWERS = 4000;

function run(words, input) {
  return execFileSync(program, words, {
    input, encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, RUNREADY_CONFIG: '/dev/null' },
  });
}

/** The same numbers in every run. */
function makeDice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const { questions } = JSON.parse(run(['questions', '--json'], ''));
const { rules, terms } = JSON.parse(run(['rules', 'show', '--json'], ''));

/** A rule for each term and gate: their values are then told like those of rules. */
function watchers() {
  const rule = (id, when) => ({
    id, when, recommend: 'easy-run', because: 'Watched.', explains: true, sources: ['watch'],
  });
  return {
    pack: {
      format: 'runready/pack/1', id: 'watch', version: '1', title: 'Watchers', language: 'en',
      adds_to: 'runready-default',
    },
    sources: [{ id: 'watch', title: 'This test' }],
    facts: [{ id: 'watch', text: 'Watched.', from: ['watch'], grade: 'expert-opinion' }],
    rules: [
      ...terms.map((term) => rule(`term-${term.id}`, { var: term.id })),
      ...questions.filter((q) => q.when).map((q) => rule(`gate-${q.id}`, q.when)),
    ],
  };
}

const conditions = new Map([
  ...rules.map((rule) => [rule.id, rule.logic]),
  ...terms.map((term) => [`term-${term.id}`, term.logic]),
  ...questions.filter((q) => q.when).map((q) => [`gate-${q.id}`, q.when]),
]);

function randomReply(question, dice) {
  if (question.type === 'bool') return dice(2) === 1;
  if (question.type === 'integer') {
    return question.range[0] + dice(question.range[1] - question.range[0] + 1);
  }
  const ids = question.options.map((option) => option.id);
  if (question.type === 'choice') return ids[dice(ids.length)];
  const chosen = ids.filter(() => dice(5) === 0);
  return chosen.length === 0 && needsOne(question) ? [ids[dice(ids.length)]] : chosen;
}

/** Whether the empty list is no reply. */
function needsOne(question) {
  return question.type === 'multi-choice' && !question.none;
}

/** Questions come after those that their gates read: what does not apply has its default. */
function randomAnswers(dice) {
  const complete = Object.fromEntries(questions.map((q) => [q.id, q.default]));
  const told = {};
  const often = 1 + dice(4); // some runners have little to tell
  for (const question of questions) {
    if (question.when && !jsonLogic.apply(question.when, complete)) continue;
    const isTold = dice(4) < often || needsOne(question);
    told[question.id] = isTold ? randomReply(question, dice) : question.default;
    complete[question.id] = told[question.id];
  }
  return { told, complete };
}

for (const [id, condition] of conditions) {
  if (condition === undefined) throw new Error(`no exported condition for ${id}`);
}

const file = path.join(folder, 'watch.json');
fs.writeFileSync(file, JSON.stringify(watchers()));
const dice = makeDice(7);
const people = Array.from({ length: RANDOM_ANSWERS }, () => randomAnswers(dice));
const lines = run(['batch', '--add-rules', file, '--no-proof', '--fields', 'rules'],
  people.map((person) => `${JSON.stringify(person.told)}\n`).join(''));

let compared = 0;
let differences = 0;
const seen = new Map();
lines.trimEnd().split('\n').forEach((line, i) => {
  const { rules: truths, error } = JSON.parse(line);
  if (error) throw new Error(`line ${i + 1}: ${error.message}`);
  if (truths.length !== conditions.size) throw new Error(`line ${i + 1}: some rules are missing`);
  for (const { rule, truth } of truths) {
    const theirs = jsonLogic.apply(conditions.get(rule), people[i].complete) ? 'yes' : 'no';
    seen.set(rule, (seen.get(rule) || new Set()).add(theirs));
    compared += 1;
    if (theirs === truth) continue;
    differences += 1;
    if (differences <= 5) {
      console.log(`${rule}: ${truth}, json-logic-js ${theirs}: ${JSON.stringify(people[i].told)}`);
    }
  }
});
const both = [...seen.values()].filter((values) => values.size === 2).length;
console.log(`${compared} values of ${conditions.size} conditions, ${both} of them both ways: ` +
  `${differences} differences`);
process.exit(differences === 0 && both > conditions.size * 0.9 ? 0 : 1);
