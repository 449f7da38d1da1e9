// The page for who is not signed in.
import type { Page } from 'playwright-core';
import { home, tooMany } from './at-home.ts';
import { SIGNS_IN } from './open-scripted.ts';
import { aLearnerSeen, homeData } from './page-data.ts';
import type { State } from './page-states.ts';

const askForLink = async (page: Page) => {
  await page.getByLabel('Your e-mail address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
};

export const signedOutStates: State[] = [
  { name: 'stranger', script: {}, asStranger: true, shows: 'One challenge a week, at your level' },
  { name: 'link-expired', script: { SignInWithLink: { code: 'LINK_EXPIRED' } }, shows: 'That link has expired' },
  { name: 'link-invalid', script: { SignInWithLink: { code: 'LINK_INVALID' } }, shows: 'That link does not work' },
  { name: 'session-ended', script: { ...SIGNS_IN, Home: homeData(null) }, shows: 'Please sign in again' },
  {
    name: 'signed-out',
    script: home(aLearnerSeen()),
    act: (page) => page.getByRole('button', { name: 'Sign out' }).click(),
    shows: 'You are signed out',
  },
  {
    name: 'link-sent',
    script: { RequestSignInLink: { data: { requestSignInLink: true } } },
    asStranger: true,
    act: askForLink,
    shows: 'Look in your inbox',
  },
  {
    name: 'link-address-wrong',
    script: {},
    asStranger: true,
    act: (page) => page.getByRole('button', { name: 'Mail me a link' }).click(),
    shows: 'Please enter a full e-mail address.',
  },
  {
    name: 'link-too-often',
    script: { RequestSignInLink: tooMany },
    asStranger: true,
    act: askForLink,
    shows: 'Too many tries. Please wait 4 minutes.',
  },
];
