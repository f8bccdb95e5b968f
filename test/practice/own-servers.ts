/** Servers that an institution runs itself: the same software under other host names. */
import { github } from './github/site';
import { page, type Site } from './site';
import { speckle } from './speckle/site';
import { zenodo } from './zenodo/site';

const GIT = 'git.example.edu';

/** GitHub Enterprise Server names its host in the head of every page, signed in or not. */
function gitHubEnterprise(): Site {
  const { answer } = github();
  const head = `<meta name="hostname" content="${GIT}"><meta name="expected-hostname" content="${GIT}"><meta property="og:site_name" content="GitHub Enterprise">`;
  return {
    hosts: [GIT],
    answer: (ask, issue) => {
      if (ask.url.pathname === '/')
        return page({ title: 'Sign in', head: `${head}<meta name="user-login" content="">`, body: '' });
      const reply = answer(ask, issue);
      const body = reply.body?.replace('<meta name="hostname" content="github.com">', head);
      return { ...reply, ...(body !== undefined && { body }) };
    },
  };
}

/** A page that does not say what it is from. */
const unmarked: Site = {
  hosts: ['plain.example.edu'],
  answer: () => page({ title: 'Welcome', body: '<h1>Our server</h1>' }),
};

export async function ownServers(): Promise<Site[]> {
  return [gitHubEnterprise(), zenodo(['rdm.example.edu']), await speckle(['speckle.example.edu']), unmarked];
}
