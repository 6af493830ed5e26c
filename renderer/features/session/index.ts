export { SignInAgain } from './SignInAgain.tsx';
export { SignInScreen } from './SignInScreen.tsx';
