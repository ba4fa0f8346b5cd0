import { plainName } from './plain-name.ts'

/** What asks for a password by itself; a form's field is never called so. */
const SERVICE =
  /(?:^|_)(?:db|database|mysql|mariadb|postgres(?:ql)?|pg|sql|mssql|oracle|redis|mongo(?:db)?|elastic(?:search)?|rabbit(?:mq)?|mq|mqtt|amqp|kafka|smtp|imap|mail|email|ftp|sftp|ssh|ldap|bind|jdbc|datasource|ansible|become|sudo|key_?store|trust_?store|store|sasl|irc|rcon|wifi|wlan|vpn|proxy|vault|vcenter|vsphere|esxi|ipmi|winrm|root|key|pfx|jks|signing|cert(?:ificate)?|ssl|tls|grafana|jenkins|nexus|sonar|artifactory|ossrh|zabbix|cassandra|couch_?db|influx(?:db)?|neo4j|clickhouse|minio|samba|smb|cifs|radius|snmp|registry|nuget|maven)_(?:\w{1,20}_)?(?:pass(?:word|wd|phrase)?|pwd|pw)$|(?:^|_)bind_credentials?$|(?:^|_)(?:db|sql|smtp|ftp|ldap)(?:pass(?:word|wd)?|pwd)$/

/** `db_password`, `MYSQL_ROOT_PASSWORD`, `keystorePassword`: words behind it are a password, no text of a form. */
export function isOfService(name: string): boolean {
  return SERVICE.test(plainName(name))
}
