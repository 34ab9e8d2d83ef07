/** A captcha without a third party: the visitor's machine does some work, which costs a person nothing and a robot time. */
package streaming.captcha;
