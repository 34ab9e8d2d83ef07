/** What admins do about accounts and channels: see them all, ban one, lift a ban. */
package streaming.moderation;
