import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** For a Dovecot of our own in one folder, as root or as anybody; every name is let in with the password `secret`. */
export function dovecotConfiguration(folder: string, port: number): string {
  const root = process.getuid?.() === 0;
  const user = root ? 'nobody' : userInfo().username;
  const id = (flag: string) => execFileSync('id', [flag, user], { encoding: 'utf8' }).trim();
  const internal = root
    ? ''
    : `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${id('-gn')}`;
  const cage = root ? '' : 'chroot =';
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
${internal}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${id('-u')} gid=${id('-g')} home=${folder}/mail/%u
}
service imap-login {
  ${cage}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${cage}
}
`;
}
