/**
 * Names of files that a tool keeps its own settings and logins in: what stands there behind `password` is one, words and weak ones too. Not
 * `config.yml` and `settings.py`, which hold anything.
 */
const NAMES = [
  // Shells and their histories; what clients of mail, files, databases, versions and packages read in a home folder.
  '[._](?:netrc|pgpass|my\\.cnf|mongorc\\.js|mongoshrc\\.js|git-credentials|boto|s3cfg|[a-z]{0,6}msmtprc|esmtprc|fetchmailrc|getmailrc|muttrc|offlineimaprc|mbsyncrc|isyncrc|npmrc|yarnrc|pypirc|gemrc|cqlshrc|psqlrc|sqliterc|ftpconfig|ftppass|wgetrc|curlrc|lftprc|credentials|smbcredentials|smb|dockercfg|tugboat|bash_?history|[a-z_]{0,12}history|bashrc|zshrc|zshenv|z?profile|bash_profile|bash_login|bash_aliases|aliases|exports|extra|remote-sync\\.json|htpasswd|vault_pass|authinfo|sbtcredentials|esmtp|ircrc|condarc|fogsettings|mcabberrc|gitconfig|rprofile|renviron|irbrc|duplicity|my\\.cnf\\.d/[\\w.]{1,40})',
  '(?:passwd\\.client|sasl_passwd|authinfo|neomuttrc|muttrc|cqlshrc|cloginrc|fish_history|hosts\\.ya?ml|repositories\\.ya?ml|robomongo\\.json|sftp-config\\.json|sftp\\.json|ftpsync\\.settings|deployment-config\\.json|rclone\\.conf|pip\\.conf|pip\\.ini|auth\\.json|\\.irssi/config|\\.weechat/\\w{1,20}\\.conf|profanity/accounts|\\.(?:purple|gaim)/accounts\\.xml|\\.jira\\.d/config\\.yml|deployment\\.toml|profiles\\.clj|buildbot\\.tac|\\.newsboat/config|\\.duply/[\\w-]{1,40}/conf|borgmatic(?:\\.d)?/[\\w-]{1,40}\\.ya?ml|transmission[\\w-]{0,20}/settings\\.json|(?:credentials?|passwords?|accounts|logins?|creds)\\.txt|[\\w-]{0,40}pass[\\w-]{0,20}\\.csv|shadowsocks[\\w-]{0,10}/config\\.json|samba/cred\\w{0,8}|\\.rtorrent/config\\.xml|\\.docker/config\\.json|\\.kube/config|\\.subversion/servers|\\.hgrc|hgrc|mercurial\\.ini|hub|config/gcloud/[\\w/]{1,40})',
  // What a site is run with.
  '(?:wp-config|LocalSettings|(?:Local|Additional)?Configuration|config\\.inc|settings\\.inc|parameters|conf_global|config_override|sugar_config|includes/configure|admin/config|app/etc/env|config/database|zabbix\\.conf|include/config|autoload/[\\w.]{0,20}local|sites/[\\w.-]{1,60}/settings(?:\\.local)?)\\.php',
  '(?:config|database|db|connect|connection|dbconn|dbconfig|db_connect|settings)\\.php(?=[.~_-])',
  '(?:app/)?config/(?:parameters|database|configuration|secrets|mongoid|redis|sidekiq|cable)\\.yml|mongoid\\.yml|knife\\.rb',
  // Servers.
  '(?:grafana|zabbix_\\w{1,12}|telegraf|fluentd?|fluent-bit|td-agent|logstash|rabbitmq|redis|sentinel|elasticsearch|kibana|opensearch|cassandra|mosquitto|squid|haproxy|ejabberd|prosody(?:\\.cfg)?|icinga\\w{0,12}|api-users|ido-(?:mysql|pgsql)|alertmanager|prometheus|influxdb|hostapd|wpa_supplicant[\\w-]{0,20}|proftpd|vsftpd|dovecot(?:-[a-z-]{2,12})?|supervisord|mpdscribble|spotifyd|mopidy|odoo|keycloak|swanctl|mumble-server|ts3db_\\w{1,12}|sabnzbd|qbittorrent|worker-controller|motion|upsd|upsmon|ddclient|inadyn|slapd|ldap|nslcd|sssd|turnserver|sip|iax|pjsip|manager|ventrilo_srv|murmur|homeserver|ngrok|conf/server|app)\\.(?:ini|conf|cfg|ya?ml|lua|inc)',
  '(?:my|bacula-(?:dir|fd|sd)|bareos-\\w{2,10}|snmpd|ipsec|resource|nagios|monit|stunnel|pgbouncer|pgpool|repmgr|maxscale|proxysql|galera|odbc|freetds|conf\\.d/[\\w-]{1,40})\\.(?:cnf|conf|cfg|ini|secrets)',
  '(?:tomcat-users|context|server|icecast|kodi/\\w{1,20}|keepass\\w{0,12}|hive-site|core-site|hdfs-site|hbase-site|activemq|broker|confCons|confluence\\.cfg|dbconfig|crowd|bamboo\\.cfg|sitemanager|recentservers|WebServers|dataSources(?:\\.local)?|unattend|autounattend|sysprep|applicationHost|standalone(?:-\\w{1,12})?|\\.m2/settings|app/etc/local|NuGet|web|app)\\.(?:xml|config)',
  '(?:jetty-realm|server|sonar(?:-project)?|gradle|nexus|artifactory|jmx|boot|(?:mgmt|application)-users|hibernate|(?:app|application)-prod\\w{0,10})\\.properties|(?:passwordfile|password\\.properties)',
  '(?:connections|dbeaver-data-sources|data-sources|credentials-config)\\.(?:json|xml|ncx)',
  '(?:[\\w. -]{1,60}\\.(?:nmconnection|rdp|remmina|ovpn|pcf|rsc|duck|dsn|udl|vncloc|repo)|putty/sessions/[^/]{1,60}|system-connections/[^/]{1,60})',
  '(?:WinSCP|MobaXterm|portable_settings|KeePass\\.config|ws_ftp|wcx_ftp|CoreFTP|ultravnc)\\.(?:ini|txt|xml)',
]
const BACKUP =
  '(?:[._-]?(?:bak|backup|old|orig|save|saved|swp|copy|prod|production|live|dpkg-old|rpmsave|ext|\\d{1,8}))?~?'
const OF_A_TOOL = new RegExp(`(?:^|/)(?:${NAMES.join('|')})${BACKUP}$`, 'i')

/** A file in which a tool keeps its logins, whatever they look like. */
export function isToolFile(path: string): boolean {
  return OF_A_TOOL.test(path)
}
