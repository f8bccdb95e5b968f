import { describe, expect, test } from 'vitest';
import { UNTOLD } from '../providers/provider';
import { mergeDetails, updateDetails } from './merge';

const form = { ...UNTOLD, name: 'upload', scopes: ['deposit:write'], account: 'typed' };

describe('the form that made a token', () => {
  test('tells what the page with the token does not', () => {
    expect(mergeDetails(form, UNTOLD)).toEqual(form);
    expect(mergeDetails(null, { ...UNTOLD, name: 'upload' })).toEqual({ ...UNTOLD, name: 'upload' });
  });

  test('is dropped when it was for another name', () => {
    const page = { ...UNTOLD, name: 'other' };
    expect(mergeDetails(form, page)).toEqual(page);
  });

  test('with no scopes ticked counts as told', () => {
    expect(mergeDetails({ ...form, scopes: [] }, { ...UNTOLD, scopes: ['x'] }).scopes).toEqual([]);
  });

  test('does not overrule what only the page knows', () => {
    expect(mergeDetails(form, { ...UNTOLD, account: 'shown', manageId: '7' })).toMatchObject({
      account: 'shown',
      manageId: '7',
    });
  });
});

test('later news keep what the page no longer tells', () => {
  const news = { ...UNTOLD, manageId: '7' };
  expect(updateDetails(form, news)).toEqual({ ...form, manageId: '7' });
});
