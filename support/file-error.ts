/** Errors of the file system in words. */

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'something else is in its place',
  EACCES: 'you have no right to it',
  EPERM: 'you have no right to it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EXDEV: 'it is on another disk',
  EBUSY: 'it is in use',
  EIO: 'the disk fails',
  ENOTEMPTY: 'it is not empty',
  EINVAL: 'its name is none',
  ERR_INVALID_ARG_VALUE: 'its name is none',
  EFBIG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** The meaning of a code of the file system; null for another code. */
export function reasonOfCode(code: string): string | null {
  return REASONS[code] ?? null;
}

/** The reason why a file could not be used; null for an error that is no file's. */
export function fileProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return reasonOfCode(String(error.code));
}

/** The file that an error is about, where it says so. */
export function fileOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
}
